"""Full disks and small limits: said as that, exit code 3, nothing half-published, nothing left."""
import os
import resource
import subprocess

import frame

NO_ROOM = ("is full", "may not grow", "larger than a file may be")


def mount(folder, kilobytes, more=""):
    folder.mkdir(exist_ok=True)
    return subprocess.run(["mount", "-t", "tmpfs", "-o", "size=%dk%s" % (kilobytes, more), "tmpfs", folder],
                          stderr=subprocess.DEVNULL).returncode == 0


def unmount(folder):
    subprocess.run(["umount", folder], stderr=subprocess.DEVNULL)


def can_mount(ground):
    place = ground.place / "disk"
    if os.geteuid() != 0 or not mount(place, 64):
        return False
    unmount(place)
    return True


def says_why(words=NO_ROOM):
    def check(result):
        if result.code == 0 or any(word in result.said for word in words):
            return []
        return ["did not say why there was no room"]
    return check


def whole_or_none(clean, more):
    """The pack is the clean one where the run ended well, and none where it did not."""
    def check(result):
        faults = more(result)
        pack = frame.pack_in(result.folder)
        if result.code == 0 and frame.digests(pack) != clean:
            faults.append("ended with 0, and the pack is not the one of a clean run")
        if result.code != 0 and pack.exists():
            faults.append("ended with %d, and a pack was published" % result.code)
        return faults
    return check


def full(ground, clean, what, kilobytes, more=""):
    """A run whose `what` ("out" or "warehouse") lies on a disk of so many kilobytes."""
    return frame.Case("%s on a disk of %d kB%s" % (what, kilobytes, more), ground.run_words("--quiet"),
                      prepare=lambda folder: mount(folder / what, kilobytes, more), allowed=(0, 3),
                      check=whole_or_none(clean, says_why()), clean_up=lambda folder: unmount(folder / what))


def clean_pack(ground):
    place = ground.place / "clean"
    if not place.exists():
        place.mkdir()
        result = frame.finish(frame.start(ground, ground.run_words("--quiet"), place), place, 900)
        assert result.code == 0, result.said
    return frame.digests(frame.pack_in(place))


def cases(ground, short):
    clean = clean_pack(ground)
    if can_mount(ground):
        sizes = [40, 1100] if short else [4, 64, 256, 600, 1000, 1500, 2000, 3000, 4000, 6000, 9000, 14000]
        for kilobytes in sizes:
            yield full(ground, clean, "out", kilobytes)
        for kilobytes in ([300] if short else [4, 64, 256, 600, 1000, 2000, 4000, 8000]):
            yield full(ground, clean, "warehouse", kilobytes)
        for inodes in () if short else (3, 8, 20, 60, 100):
            yield full(ground, clean, "out", 60000, ",nr_inodes=%d" % inodes)
    else:
        print("      disks: no disk can be mounted here (only root may), so limits on the size of files stand in")
    for size in ([20000] if short else [1000, 4000, 20000, 60000, 200000, 1000000]):
        yield frame.Case("no file larger than %d bytes" % size, ground.run_words("--quiet"),
                         limits={resource.RLIMIT_FSIZE: size}, allowed=(0, 3), check=whole_or_none(clean, says_why()))
    for number in ([12] if short else [4, 6, 8, 10, 12, 16, 20, 24, 32, 40, 50]):
        yield frame.Case("no more than %d open files" % number, ground.run_words("--quiet"),
                         limits={resource.RLIMIT_NOFILE: number}, allowed=(0, 2, 3),
                         check=whole_or_none(clean, lambda result: []))
    for megabytes in () if short else (60, 100, 150, 200, 250, 300, 400, 600, 1000, 2000):
        yield frame.Case("no more than %d MB of addresses" % megabytes, ground.run_words("--quiet"),
                         limits={resource.RLIMIT_AS: megabytes << 20}, allowed=(0, 3, 127),
                         check=whole_or_none(clean, lambda result: []))
