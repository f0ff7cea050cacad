"""Small counts made from public files: the guards' real traps as tests that never skip."""
