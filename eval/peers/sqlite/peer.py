#!/usr/bin/env python3
"""SQLite with FTS5 as a peer of the benchmark: see eval/bench/peer for what is
asked of it. Claims are rows of a table with indexes on speaker and time; an
FTS5 table over it holds terms and words. All tokens are lower-case ASCII
letters, so that FTS5's own tokenizer splits them at spaces only."""

import json
import os
import resource
import sqlite3
import sys
import time

COMMIT_EVERY, PAGE_SIZE, FACET_SIZE = 1000, 10, 10
COLUMNS = 8  # name, terms, words, speaker, outlet, said, month, text
FACETS = ("speaker", "outlet", "month")

SCHEMA = """
CREATE TABLE claims (id INTEGER PRIMARY KEY, name TEXT, terms TEXT, words TEXT, speaker TEXT, outlet TEXT, said INTEGER, month TEXT);
CREATE INDEX by_speaker ON claims (speaker, said);
CREATE INDEX by_said ON claims (said);
CREATE VIRTUAL TABLE text USING fts5 (terms, words, content='claims', content_rowid='id', tokenize='ascii');
"""


def engine():
    return "SQLite " + sqlite3.sqlite_version + " FTS5"


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def connect(directory):
    db = sqlite3.connect(os.path.join(directory, "claims.db"), isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = FULL")  # a commit is durable
    db.execute("PRAGMA mmap_size = 4294967296")
    db.execute("PRAGMA cache_size = -262144")  # 256 MB
    return db


def index(claims, directory):
    used, began = cpu(), time.monotonic()
    db = connect(directory)
    db.executescript(SCHEMA)
    n = 0
    db.execute("BEGIN")
    with open(claims, encoding="utf-8") as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) != COLUMNS:
                raise ValueError(f"a line of {len(columns)} columns")
            n += 1
            db.execute("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (n, *columns[:5], int(columns[5]), columns[6]))
            db.execute("INSERT INTO text (rowid, terms, words) VALUES (?, ?, ?)", (n, columns[1], columns[2]))
            if n % COMMIT_EVERY == 0:
                db.execute("COMMIT")
                db.execute("BEGIN")
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return {"engine": engine(), "claims": n, "wall_seconds": time.monotonic() - began, "cpu_seconds": cpu() - used}


def match(question):
    """Returns what FTS5 matches, or None where the question has no words."""
    parts = ['terms : "%s"' % term for term in question.get("must", ())]
    if question.get("should"):
        parts.append("terms : (" + " OR ".join('"%s"' % term for term in question["should"]) + ")")
    if question.get("phrase"):
        parts.append('words : "%s"' % " ".join(question["phrase"]))
    if question.get("prefix"):
        parts.append('words : "%s" *' % question["prefix"])
    return " AND ".join(parts) or None


def statements(question):
    """Returns the tables and conditions of a question, their parameters, and the order."""
    words, source, conditions, parameters = match(question), "claims", [], []
    order = "said DESC" if question.get("newest") else "rank"
    if words:
        filtered = question.get("speaker") or question.get("to") or question.get("facets")
        source = "text JOIN claims ON claims.id = text.rowid" if filtered else "text"
        conditions.append("text MATCH ?")
        parameters.append(words)
    if question.get("speaker"):
        conditions.append("speaker = ?")
        parameters.append(question["speaker"])
    if question.get("to"):
        conditions.append("said >= ? AND said < ?")
        parameters += [question["from"], question["to"]]
    return source + " WHERE " + " AND ".join(conditions), parameters, order


def ask(db, question):
    """Returns the number of matches, and the counts of the facets where they are asked for."""
    clause, parameters, order = statements(question)
    total = db.execute("SELECT count(*) FROM " + clause, parameters).fetchone()[0]
    key = "text.rowid" if question.get("to") is None or match(question) else "id"
    columns = key + (", highlight(text, 0, '[', ']')" if question.get("highlight") else "")
    top = db.execute(f"SELECT {columns} FROM {clause} ORDER BY {order} LIMIT {PAGE_SIZE}", parameters).fetchall()
    for row in top:
        db.execute("SELECT name FROM claims WHERE id = ?", row[:1]).fetchone()
    counts = []
    for facet in FACETS if question.get("facets") else ():
        values = db.execute(f"SELECT count(*) FROM {clause} GROUP BY {facet} ORDER BY 1 DESC LIMIT {FACET_SIZE}", parameters)
        counts.append([row[0] for row in values])
    return total, counts


def once(db, questions):
    """Asks all questions and returns their waits in microseconds, the CPU time and the wall time in seconds."""
    waits, used, began = [], cpu(), time.perf_counter()
    answers = []
    for question in questions:
        asked = time.perf_counter()
        answers.append(ask(db, question))
        waits.append((time.perf_counter() - asked) * 1e6)
    return answers, waits, cpu() - used, time.perf_counter() - began


def measure(db, questions, warmup, runs):
    n, end = len(questions), time.monotonic() + warmup / 1000
    while True:
        once(db, questions)
        if time.monotonic() >= end:
            break
    answers, waits, used, wall = min((once(db, questions) for _ in range(runs)), key=lambda run: run[2])
    waits.sort()
    report = {"class": questions[0]["class"], "calls": n, "cpu": used * 1e6 / n, "per_second": n / wall}
    for percent in (50, 95, 99):
        report["p%d" % percent] = waits[min(n * percent // 100, n - 1)]
    report["totals"] = [total for total, _ in answers]
    if questions[0].get("facets"):
        report["facets"] = [counts for _, counts in answers]
    return report


def memory():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(int(line.split()[1]) << 10 for line in status if line.startswith("VmRSS:"))


def query(directory, path, warmup, runs):
    classes = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            question = json.loads(line)
            if not classes or classes[-1][0]["class"] != question["class"]:
                classes.append([])
            classes[-1].append(question)
    db = connect(directory)
    reports = [measure(db, questions, warmup, runs) for questions in classes]
    return {"engine": engine(), "rss": memory(), "classes": reports}


def main(args):
    if len(args) == 3 and args[0] == "index":
        report = index(*args[1:])
    elif len(args) == 5 and args[0] == "query":
        report = query(args[1], args[2], int(args[3]), int(args[4]))
    else:
        sys.exit("takes: index CLAIMS DIRECTORY, or query DIRECTORY QUESTIONS WARMUP RUNS")
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1:])
