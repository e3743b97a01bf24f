"""Near duplicates as they are usually found in Python: MinHash and LSH, then the edit distance.

The stems stand in a file, one a line. Each pair found is printed as two line numbers from 0, at the
end how many seconds it took from the list of stems to the list of pairs.

Shingles of two characters, 128 permutations; 16 bands is the number with which all of four edits in 60
characters are most likely found (0.99 of them) before the candidates grow into millions (32 bands).
rensa sketches on all cores.
"""

import sys
import time

from rapidfuzz.distance import Levenshtein
from rensa import RMinHash, RMinHashLSH

SHINGLE = 2
PERMUTATIONS = 128
BANDS = 16
EDITS = 4


def pairs(stems):
    shingles = [
        [stem[i : i + SHINGLE] for i in range(max(1, len(stem) - SHINGLE + 1))] for stem in stems
    ]
    sketches = RMinHash.from_token_sets(shingles, PERMUTATIONS, 42)
    index = RMinHashLSH(0.5, PERMUTATIONS, BANDS)
    index.insert_many(sketches)
    distance = Levenshtein.distance
    return [
        (earlier, later)
        for later, candidates in enumerate(index.query_all(sketches))
        for earlier in candidates
        if earlier < later
        and distance(stems[earlier], stems[later], score_cutoff=EDITS) <= EDITS
    ]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        stems = file.read().splitlines()
    start = time.perf_counter()
    found = pairs(stems)
    seconds = time.perf_counter() - start
    for earlier, later in found:
        print(earlier, later)
    print("seconds", seconds)


main()
