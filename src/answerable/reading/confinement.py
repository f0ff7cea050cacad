"""What the child process gives up: memory, time and network first, then every file.

`confine` comes before the first byte of a document; modules can still be loaded. `seal` comes
when all that a document needs is loaded, before the document is parsed: from then on nothing
can be opened, neither a file nor a socket.

Linux only for the network: namespaces (unshare(2)) and a filter of system calls
(seccomp(2)). Where neither is to be had the child says so, and `answerable doctor` repeats it.
"""

import ctypes
import os
import platform
import resource
import struct
from collections.abc import Iterable

MEMORY = 1_000_000_000  # bytes of address space
CPU_SECONDS = 130  # the wall time of the parent ends sooner
_OPEN_FILES = 64
_STREAMS = 3
_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _SECCOMP_MODE_FILTER = 38, 22, 2
_ALLOW, _DENY = 0x7FFF0000, 0x00050000 | 1  # 1: EPERM
_X32 = 0x40000000  # system calls of a second numbering on x86-64
_EXECUTE = "execute"
_OPEN = "open"
# Number of the machine for audit; the calls that reach out, and those that open.
_MACHINES: dict[str, tuple[int, dict[str, tuple[int, ...]]]] = {
    "x86_64": (
        0xC000003E,
        {
            # socket, connect, socketpair, execve, execveat, ptrace, io_uring_setup
            _EXECUTE: (41, 42, 53, 59, 322, 101, 425),
            # open, openat, openat2, creat, setrlimit, prlimit64
            _OPEN: (2, 257, 437, 85, 160, 302),
        },
    ),
    "aarch64": (
        0xC00000B7,
        {_EXECUTE: (198, 203, 199, 221, 281, 117, 425), _OPEN: (56, 437, 164, 261)},
    ),
}


def confine() -> dict[str, str | bool]:
    """Give up memory, time and network, for good; says what took hold."""
    limits = (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    for name, most in limits:
        resource.setrlimit(name, (most, most))
    namespace = _leave_network()
    filtered = _filter_calls(_EXECUTE)
    network = "namespace" if namespace else "seccomp" if filtered else ""
    return {"memory": True, "network": network}


def seal() -> None:
    """Give up opening anything, for good. What is open stays so: the three streams."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (_STREAMS, _STREAMS))
    _filter_calls(_OPEN)


def is_sealed() -> bool:
    """Nothing can be opened any more; asked, not assumed."""
    try:
        os.close(os.open("/", os.O_RDONLY))
    except OSError:
        return True
    return False


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _leave_network() -> bool:
    """Enter a network namespace that has no way out."""
    unshare = getattr(_libc(), "unshare", None)
    if unshare is None:
        return False
    return any(unshare(flags) == 0 for flags in (_CLONE_NEWUSER | _CLONE_NEWNET, _CLONE_NEWNET))


def _filter_calls(which: str) -> bool:
    """Refuse a list of system calls, whatever the code that asks."""
    machine = _MACHINES.get(platform.machine())
    prctl = getattr(_libc(), "prctl", None)
    if machine is None or prctl is None or os.name != "posix":
        return False
    program = _program(machine[0], machine[1][which])
    code = ctypes.create_string_buffer(program)
    header = ctypes.create_string_buffer(
        struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(code))
    )
    if prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    done: int = prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(header), 0, 0)
    return done == 0


def _program(audit: int, calls: Iterable[int]) -> bytes:
    """Classic BPF: wrong machine or second numbering or a listed call: denied; else allowed."""
    calls = tuple(calls)
    load, equal, at_least, give = 0x20, 0x15, 0x35, 0x06
    steps = [
        (load, 0, 0, 4),  # the machine
        (equal, 0, len(calls) + 2, audit),
        (load, 0, 0, 0),  # the call
        (at_least, len(calls), 0, _X32),
    ]
    steps += [(equal, len(calls) - at, 0, call) for at, call in enumerate(calls)]
    steps += [(give, 0, 0, _ALLOW), (give, 0, 0, _DENY)]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
