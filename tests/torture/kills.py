"""Signals at random moments of a run: the pack that stands is one of the two that a run would make, and the next run makes its
own, to the byte, and leaves nothing behind."""
import shutil
import signal

import frame

SIGNALS = {"SIGKILL": signal.SIGKILL, "SIGTERM": signal.SIGTERM, "SIGINT": signal.SIGINT, "SIGHUP": signal.SIGHUP}


class Standing:
    """One place that is run into again and again, by two loads of extracts in turn."""

    def __init__(self, ground):
        self.ground = ground
        self.place = ground.place / "kills"
        self.sets = [ground.extracts / frame.FORCE, ground.place / "other-extracts"]
        if not self.sets[1].exists():
            shutil.copytree(*self.sets)
            sorted(self.sets[1].glob("2025-11*street*"))[0].unlink()
        self.packs, self.seconds = [], []
        shutil.rmtree(self.place, ignore_errors=True)
        for number in (1, 0):
            self.place.mkdir(exist_ok=True)
            result = self.run(number)
            assert result.code == 0, result.said
            self.packs.insert(0, frame.digests(frame.pack_in(self.place)))
            self.seconds.insert(0, result.seconds)
        assert self.packs[0] != self.packs[1]

    def words(self, number):
        words = self.ground.run_words("--quiet")
        at = words.index("--data")
        words[at + 1] = "%s@2026-01-15" % self.sets[number]
        return words

    def run(self, number):
        return frame.finish(frame.start(self.ground, self.words(number), self.place), self.place, 900)

    def move_to(self, folder):
        for name in ("out", "warehouse", "tmp"):
            (self.place / name).rename(folder / name)

    def take_back(self, folder):
        for name in ("out", "warehouse", "tmp"):
            if (folder / name).exists():
                shutil.rmtree(self.place / name, ignore_errors=True)
                (folder / name).rename(self.place / name)


def case_of(standing, name, number, moment, is_cold):
    def prepare(folder):
        standing.move_to(folder)
        if is_cold:
            shutil.rmtree(folder / "warehouse")

    def check(result):
        faults = []
        pack = frame.digests(frame.pack_in(result.folder))
        if pack not in standing.packs:
            faults.append("the pack that stands is neither the earlier nor the new one")
        if result.code == 0 and pack != standing.packs[number]:
            faults.append("it ended with 0, and its pack is not there")
        if result.code > 128 and "Stopped; the earlier pack is as it was." not in result.said:
            faults.append("did not say that it was stopped")
        again = frame.finish(frame.start(standing.ground, standing.words(1 - number), result.folder), result.folder, 900)
        if again.code != 0 or frame.digests(frame.pack_in(result.folder)) != standing.packs[1 - number]:
            faults.append("the next run made another pack than a clean one (%d: %s)" % (again.code, again.said[-200:]))
        faults += ["the next run left %s" % left for left in frame.left_behind(result.folder)]
        return faults

    code = SIGNALS[name]
    allowed = (0, -code) if name == "SIGKILL" else (0, 128 + code)
    return frame.Case("%s after %.2f s, %s" % (name, moment, "cold" if is_cold else "kept"), standing.words(number),
                      prepare, allowed=allowed, signal=(code, moment), check=check, clean_up=standing.take_back)


def cases(ground, short):
    standing = Standing(ground)
    names = ["SIGKILL", "SIGTERM", "SIGKILL", "SIGINT"] if short else ["SIGKILL"] * 6 + ["SIGTERM", "SIGINT", "SIGHUP"] * 2
    for index, name in enumerate(names):
        is_cold = ground.random.random() < 0.5
        moment = ground.random.uniform(0.02, standing.seconds[1 if is_cold else 0] * 1.05)
        yield case_of(standing, name, index % 2, moment, is_cold)
