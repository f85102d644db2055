"""A filter of system calls for code of others, as the kernel reads it (seccomp, classic BPF).

Compiling and running programs needs none of these. Without new namespaces there is no way to mount;
without files in memory (memfd, System V) what a program holds is seen in its processes.
"""

import errno
import platform
import struct

_CLONE_NEWUSER = 0x10000000
# name -> number on x86-64, number on AArch64 (the kernel's tables; the same from 424 on)
_REFUSED = {
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39),
    "pivot_root": (155, 41), "chroot": (161, 51), "keyctl": (250, 219), "add_key": (248, 217),
    "request_key": (249, 218), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "open_by_handle_at": (304, 265), "memfd_create": (319, 279),
    "shmget": (29, 194), "msgget": (68, 186), "kexec_load": (246, 104), "init_module": (175, 105),
    "finit_module": (313, 273), "syslog": (103, 116), "io_uring_setup": (425, 425),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430),
    "mount_setattr": (442, 442), "memfd_secret": (447, 447),
}  # fmt: skip
_CLONE = (56, 220)
_CLONE3 = 435
_MACHINES = {"x86_64": (0xC000003E, 0), "aarch64": (0xC00000B7, 1)}
# the x32 calls of x86-64 have numbers of their own, from here on
_X32 = 0x40000000

_LOAD, _EQUAL, _AT_LEAST, _ANY_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _FAIL = 0x7FFF0000, 0x00050000


def program() -> bytes | None:
    """Return the filter for this machine, or None for a kind of processor it is not written for."""
    if platform.machine() not in _MACHINES:
        return None
    architecture, column = _MACHINES[platform.machine()]
    numbers = [columns[column] for columns in _REFUSED.values()]
    refuse = _FAIL | errno.EPERM
    steps = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, architecture),
        (_RETURN, 0, 0, refuse),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, 0, 1, _X32),
        (_RETURN, 0, 0, refuse),
        # threads are made with clone3 where it is there, and with clone otherwise; only the
        # arguments of the latter can be looked at
        (_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, _FAIL | errno.ENOSYS),
    ]
    for number in numbers:
        steps += [(_EQUAL, 0, 1, number), (_RETURN, 0, 0, refuse)]
    steps += [
        (_EQUAL, 0, 3, _CLONE[column]),
        (_LOAD, 0, 0, 16),
        (_ANY_BIT, 0, 1, _CLONE_NEWUSER),
        (_RETURN, 0, 0, refuse),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("=HBBI", *step) for step in steps)
