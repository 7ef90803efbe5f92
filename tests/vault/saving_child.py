"""A child that saves until it is killed or told to stop, and says each time what is saved.

`saving_child.py ROOT WHO COUNT`: commits COUNT records (0: without end) and prints the id of each once it is durable.
`saving_child.py --kill ROOT TIMES SEED`: forks itself TIMES times, kills each child some moments after none to three
saves, checks after each that everything it had been told is there, and prints how many saves were told in all.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from stepup.vault import Put, Vault
from stepup.vault.doctor import diagnose


def save_in_a_loop(root: Path, who: str, count: int, out: int) -> None:
    vault = Vault.open(root, now=lambda: datetime.now(UTC))
    number = 0
    while count == 0 or number < count:
        key = f"{who}-{number}"
        vault.commit([Put("2026", "win", key, {"id": key, "text": "散歩した"}, None)], [key])
        os.write(out, f"{key}\n".encode())
        number += 1


def kill_again_and_again(root: Path, times: int, seed: int) -> None:
    chance = random.Random(seed)
    # What is imported late is imported here once, so that the children do little else than save.
    save_in_a_loop(root.with_name("warm"), "warm", 1, os.open(os.devnull, os.O_WRONLY))
    told: set[str] = set()
    told_in_all = 0
    for life in range(times):
        told |= one_life(root, life, chance)
        vault = Vault.open(root, now=lambda: datetime.now(UTC))
        stored = set(vault.read("2026").get("win", {}))
        assert vault.read_only is None, f"life {life}: {vault.read_only}"
        assert told <= stored, f"life {life}: {len(told - stored)} saves lost"
        if life % 50 == 49:
            report = diagnose(root)
            assert report.whole, f"life {life}: {report.problems}"
            assert report.older == (), f"life {life}: {report.older}"
            told_in_all += len(told)
            told = set()
            root = root.with_name(
                f"vault{life}"
            )  # a short vault again: killing is the point, not its size
    sys.stdout.write(f"{told_in_all + len(told)}\n")


def one_life(root: Path, life: int, chance: random.Random) -> set[str]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        save_in_a_loop(root, f"life{life}", 0, writing)
        os._exit(1)
    os.close(writing)
    with os.fdopen(reading) as said:
        heard = [said.readline() for _ in range(chance.randrange(4))]
        time.sleep(chance.uniform(0, 0.004))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return {line.strip() for line in (*heard, *said.readlines())}


if __name__ == "__main__":
    if sys.argv[1] == "--kill":
        kill_again_and_again(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        save_in_a_loop(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.stdout.fileno())
