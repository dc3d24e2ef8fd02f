"""Files in the plugin folder that are no plugin, are damaged, or run what they should not: the other forces stay."""
import os
import shutil
import subprocess

import frame

RUNS = """#include <unistd.h>
#include <cstdlib>
#include <csignal>
#include <cstdio>
__attribute__((constructor)) static void begin() { std::puts("CODE RAN"); std::fflush(nullptr); %s }
"""
STRANGERS = {"loops": "for (;;) { pause(); }", "crashes": "raise(SIGSEGV);", "leaves": "_exit(0);"}


class Home:
    """A program with a plugin folder of its own, as an installation has it."""

    def __init__(self, ground):
        self.place = ground.place / "home"
        build = ground.program.parents[1]
        if not self.place.exists():
            (self.place / "bin").mkdir(parents=True)
            shutil.copy2(ground.program, self.place / "bin" / "boardpack")
            (self.place / "share").symlink_to(build / "share")
            (self.place / "lib" / "boardpack" / "plugins").mkdir(parents=True)
            for library in (build / "lib").glob("libboardpack_sdk*"):
                shutil.copy2(library, self.place / "lib", follow_symlinks=False)
            engine = "boardpack/libduckdb.so"
            (self.place / "lib" / engine).symlink_to((build / "lib" / engine).resolve())
            for place in (self.place, *self.place.rglob("*")):
                if place.is_dir() and not place.is_symlink():
                    place.chmod(0o755)
        self.plugins = self.place / "lib" / "boardpack" / "plugins"
        self.sound = build / "lib" / "boardpack" / "plugins" / ("boardpack_force_%s.so" % frame.FORCE)

    def clear(self):
        for path in self.plugins.iterdir():
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        self.plugins.chmod(0o755)
        shutil.copy2(self.sound, self.plugins / self.sound.name)


def case_of(home, name, make, command="forces"):
    def prepare(folder):
        home.clear()
        make(home.plugins / "boardpack_force_hostile.so")

    def check(result):
        faults = []
        if command == "forces" and "Wiltshire" not in result.said:
            faults.append("the sound force is not there")
        if "CODE RAN" in result.said:
            faults.append("code of a file that is no plugin ran")
        return faults
    return frame.Case("list %s beside %s" % (command, name), ["list", command], prepare, allowed=(0, 1), check=check,
                      program=home.place / "bin" / "boardpack")


def compiled(ground, name, body):
    source, library = ground.place / (name + ".cpp"), ground.place / (name + ".so")
    if not library.exists():
        source.write_text(RUNS % body)
        subprocess.run(["c++", "-shared", "-fPIC", "-o", library, source], check=True, stderr=subprocess.DEVNULL)
    return lambda path: shutil.copy2(library, path)


def cases(ground, short):
    home = Home(ground)
    sound = home.sound.read_bytes()
    odd = {"a text": lambda path: path.write_text("text"), "nothing": lambda path: path.write_bytes(b""),
           "half a library": lambda path: path.write_bytes(sound[:len(sound) // 2]), "a folder": lambda path: path.mkdir(),
           "a pipe": os.mkfifo, "a link to itself": lambda path: path.symlink_to(path.name),
           "a link to nothing": lambda path: path.symlink_to("nowhere"),
           "a device": lambda path: path.symlink_to("/dev/zero"),
           "a file that anybody may write": lambda path: (path.write_bytes(sound), path.chmod(0o757))}
    if shutil.which("c++"):
        for name, body in STRANGERS.items():
            odd["a library that %s" % name] = compiled(ground, name, body)
    for name, make in odd.items():
        if short and name not in ("half a library", "a pipe", "a link to itself"):
            continue
        yield case_of(home, name, make)
    for number in range(0 if short else 20):
        content = bytearray(sound)
        for _ in range(ground.random.randint(1, 6)):
            content[ground.random.choice([ground.random.randrange(64), ground.random.randrange(len(content))])] = (
                ground.random.randrange(256))
        yield case_of(home, "a library changed at random, %d" % number,
                      lambda path, content=bytes(content): path.write_bytes(content), "plugins")
