"""The frame of the torture: what a case is, how it is run, and what must hold after each, whatever was tried."""
import dataclasses
import gzip
import hashlib
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FORCE = "wiltshire"
MONTH = "2025-12"

# Never to be read by a user: the words of a library, of the language, or of a fault that nobody foresaw.
NEVER_SAID = ("fault of its own", "[ERROR]", "[WARNING]", "terminate called", "GLib", "Traceback", "std::",
              "basic_string", "vector::")


@dataclasses.dataclass
class Case:
    """One try. `prepare` gets the case's folder and makes what the command reads; `words` may name {folder}."""
    name: str
    words: list
    prepare: object = None
    allowed: tuple = (0, 1, 2, 3)
    says: tuple = ()            # each stands in what is said, whatever the exit code
    signal: object = None       # (number, seconds after the start)
    limits: dict = dataclasses.field(default_factory=dict)  # resource -> bytes or number
    environment: dict = dataclasses.field(default_factory=dict)
    check: object = None        # gets the Result, gives faults in words
    seconds: float = 10
    megabytes: float = 1024
    clean_up: object = None     # gets the folder, runs in any case
    program: object = None      # another than the ground's


@dataclasses.dataclass
class Result:
    folder: pathlib.Path
    code: int
    said: str
    seconds: float
    processor: float
    megabytes: float


class Ground:
    """What all cases stand on: example extracts, a workspace that works, a finished pack to compare with."""

    def __init__(self, program, place, seed):
        self.program = pathlib.Path(program)
        self.place = pathlib.Path(place)
        self.random = random.Random(seed)
        self.extracts = self.place / "extracts"
        subprocess.run([sys.executable, "-B", ROOT / "examples" / "extracts" / "generate.py", "--out", self.extracts],
                       check=True, stdout=subprocess.DEVNULL)
        # A year of one force is enough, and makes many tries possible.
        for force in self.extracts.iterdir():
            if force.is_dir() and force.name != FORCE:
                shutil.rmtree(force)
        for file in (self.extracts / FORCE).iterdir():
            if file.name[:4].isdigit() and file.name < "2025":
                file.unlink()

    def data(self):
        return ["--data", "%s@2026-01-15" % (self.extracts / FORCE)]

    def run_words(self, *more):
        """A whole run into {folder}/out, with a kept warehouse."""
        return ["run", FORCE, "--month", MONTH, "--board-date", "2026-02-26", *self.data(), "--out", "{folder}/out",
                "--warehouse", "{folder}/warehouse", *more]

    def check_words(self, *more):
        return ["check", FORCE, "--workspace", "{folder}/workspace", *more]


def pack_in(folder):
    return pathlib.Path(folder) / "out" / FORCE / MONTH / "restricted"


def digests(folder):
    """relative name -> digest of every file below."""
    found = {}
    for path in sorted(pathlib.Path(folder).rglob("*")):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def start(ground, words, folder, environment=None, limits=None, program=None):
    """The program as a process of its own, its temporary folder in the case's."""
    (folder / "tmp").mkdir(exist_ok=True)

    def prepare():
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        for what, most in (limits or {}).items():
            resource.setrlimit(what, (most, most))
    return subprocess.Popen([str(program or ground.program), *[str(w).replace("{folder}", str(folder)) for w in words]],
                            env=dict(os.environ, TMPDIR=str(folder / "tmp"), **(environment or {})),
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                            preexec_fn=prepare, cwd=folder)


def finish(process, folder, most_seconds):
    """Waits for the end, at the most so long; what is still running then is killed."""
    began = time.monotonic()
    parts = []
    reader = threading.Thread(target=lambda: parts.append(process.stdout.read()))
    reader.start()
    killer = threading.Timer(most_seconds, process.kill)
    killer.start()
    _, status, used = os.wait4(process.pid, 0)
    killer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    reader.join(30)
    process.stdout.close()
    return Result(folder, process.returncode, b"".join(parts).decode(errors="replace"), time.monotonic() - began,
                  used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def running_below(folder):
    """Processes that work in the folder still: children that outlived the program."""
    found = []
    for entry in pathlib.Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.readlink(entry / "cwd").startswith(str(folder)):
                    found.append((entry / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")[:80])
            except OSError:
                pass
    return found


def left_behind(folder):
    """What no run may leave: working folders in the pack's place, the warehouse and the folder for temporary files."""
    left = [str(p.relative_to(folder)) for p in (folder / "tmp").glob("*")]
    for place in (pack_in(folder).parent, folder / "warehouse", folder / "workspace" / "warehouse"):
        if place.is_dir():
            left += [str(p.relative_to(folder)) for p in place.iterdir()
                     if p.name.startswith((".restricted", "staging-", ".boardpack-new", "boardpack-"))]
    if pack_in(folder).is_dir():
        left += [str(p.relative_to(folder)) for p in pack_in(folder).rglob(".*")]
    return left


def faults_of(case, result, patience):
    faults = []
    if result.code not in case.allowed:
        faults.append("ended with %d, allowed is %s" % (result.code, case.allowed))
    if min(result.seconds, result.processor * 4) > case.seconds * patience:
        faults.append("took %.1f s (%.1f s of the processor)" % (result.seconds, result.processor))
    if result.megabytes > case.megabytes:
        faults.append("took %.0f MB" % result.megabytes)
    faults += ["said %r" % word for word in NEVER_SAID if word in result.said]
    faults += ["did not say %r" % word for word in case.says if word not in result.said]
    if result.code not in (0, -signal.SIGKILL) and not result.said.strip():
        faults.append("said nothing")
    if result.code != -signal.SIGKILL:
        faults += ["left %s" % name for name in left_behind(result.folder)]
    # A process that is killed with its parent needs a moment to be gone.
    end = time.monotonic() + 2
    while running_below(result.folder) and time.monotonic() < end:
        time.sleep(0.02)
    faults += ["still running: %s" % words for words in running_below(result.folder)]
    if case.check:
        faults += case.check(result)
    return faults


def try_case(ground, case, patience):
    """Runs one case in a new folder: (faults, result)."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="case-", dir=ground.place))
    try:
        if case.prepare:
            case.prepare(folder)
        process = start(ground, case.words, folder, case.environment, case.limits, case.program)
        if case.signal:
            timer = threading.Timer(case.signal[1], lambda: process.poll() is None and process.send_signal(case.signal[0]))
            timer.start()
        # Longer than is allowed by far: what takes so long is a fault already.
        result = finish(process, folder, 6 * case.seconds * patience)
        return faults_of(case, result, patience), result
    finally:
        if case.clean_up:
            case.clean_up(folder)
        for place, _, _ in os.walk(folder):
            os.chmod(place, 0o700)
        shutil.rmtree(folder, ignore_errors=True)


def write(path, content):
    """A file with the folders above it; text or bytes."""
    path = pathlib.Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def write_gzip(path, parts):
    """A gzip file of parts of bytes that need not fit in memory together."""
    pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
    with gzip.open(path, "wb", compresslevel=6) as file:
        for part in parts:
            file.write(part)
