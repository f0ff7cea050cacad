"""What leaves: packs, papers, the mirror, open data, the interface, exports."""
