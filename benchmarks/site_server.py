"""The real server over a home of the benchmark: `python -m benchmarks.site_server PORT`."""

import sys

from benchmarks import site_world


def main(port: int) -> None:
    """Serve until stopped."""
    site_world.invent()
    from answerable.operations.record import ledger  # noqa: PLC0415  # after the forces are invented
    from answerable.web import server  # noqa: PLC0415  # as above

    ledger.open_home()
    server.serve(port=port)


if __name__ == "__main__":
    main(int(sys.argv[1]))
