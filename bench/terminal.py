"""Runs a program in a terminal of 80x24 and prints as JSON: milliseconds to its first paint, and to the paint after each key.

usage: terminal.py WORD KEYS program [words …]     WORD: a text that must be on the screen before keys are pressed
"""

import fcntl, json, os, pty, select, struct, sys, termios, time

word, keys, program = sys.argv[1].encode(), int(sys.argv[2]), sys.argv[3:]
began = time.monotonic()
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    os.environ.update(TERM="xterm-256color", LINES="24", COLUMNS="80")
    os.execvp(program[0], program)
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))


def read(seconds):
    ready, _, _ = select.select([terminal], [], [], seconds)
    try:
        return os.read(terminal, 65536) if ready else b""
    except OSError:  # it has ended
        return b""


def settled(quiet=0.4):
    while read(quiet):
        pass


shown, first = b"", None
while word not in shown:
    piece = read(30)
    if not piece:
        sys.exit(f"{program} did not show {word!r} within 30 seconds: {shown[-500:]!r}")
    # Words that are seen, not the sequences that prepare a screen.
    if first is None and len(piece) > 40:
        first = (time.monotonic() - began) * 1000
    shown += piece
settled(1.0)
paints = []
for _ in range(keys):
    pressed = time.monotonic()
    os.write(terminal, b"j")
    if not read(5):
        sys.exit(f"{program} did not paint after a key")
    paints.append((time.monotonic() - pressed) * 1000)
    settled(0.08)
os.write(terminal, b"q")
settled(0.5)
try:
    os.kill(pid, 9)
except ProcessLookupError:
    pass
print(json.dumps({"first": first, "keys": paints}))
