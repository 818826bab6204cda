"""Enters the namespaces of a process and runs a command there: nsenter for a user without rights.

nsenter (before util-linux 2.39) loses the capabilities that entering a user namespace gives as soon as it starts the
command; here they are made ambient first, so that the stand-in can enter the services in turn.

Usage: enter.py PID COMMAND [ARGUMENT ...]
"""

import ctypes
import os
import sys

CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET = 0x10000000, 0x00020000, 0x20000000, 0x40000000
CAPABILITY_VERSION_3 = 0x20080522
PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE = 47, 2

libc = ctypes.CDLL(None, use_errno=True)


def check(result: int, what: str) -> None:
    """Raises OSError naming the step, when a call of the C library failed."""
    if result != 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")


def keep_capabilities() -> None:
    """Makes every permitted capability inheritable and ambient."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION_3, 0)
    # Twice effective, permitted, inheritable: the lower and the upper 32 capabilities.
    sets = (ctypes.c_uint32 * 6)()
    check(libc.capget(header, sets), "capget")
    sets[2], sets[5] = sets[1], sets[4]
    check(libc.capset(header, sets), "capset")
    for capability in range(64):
        if (sets[1], sets[4])[capability // 32] >> capability % 32 & 1:
            check(libc.prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_RAISE, capability, 0, 0), f"capability {capability}")


def main() -> int:
    pid, *command = sys.argv[1:]
    spaces = [("user", CLONE_NEWUSER), ("net", CLONE_NEWNET), ("pid", CLONE_NEWPID), ("mnt", CLONE_NEWNS)]
    opened = [(name, os.open(f"/proc/{pid}/ns/{name}", os.O_RDONLY), kind) for name, kind in spaces]
    for name, descriptor, kind in opened:
        check(libc.setns(descriptor, kind), f"namespace {name} of process {pid}")
        os.close(descriptor)
    keep_capabilities()
    # Only a child is in the PID namespace.
    child = os.fork()
    if child == 0:
        os.execvp(command[0], command)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) % 256


sys.exit(main())
