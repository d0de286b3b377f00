package peer;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What the calls of a class took, as eval/bench/measure.Figures. */
class Figures {
  int calls;
  double p50, p95, p99, cpu, per_second;

  /** A call of one question. */
  interface Call {
    void make(int i) throws IOException;
  }

  /**
   * CPU time of the process in nanoseconds, of all its threads. Java's own figure has steps of 10 ms. What ended threads
   * used is missing: peer.sh keeps those of the virtual machine.
   */
  static long cpu() throws IOException {
    long total = 0;
    try (DirectoryStream<Path> threads = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (Path thread : threads) {
        String used = Files.readString(thread.resolve("schedstat"));
        total += Long.parseLong(used.substring(0, used.indexOf(' ')));
      }
    }
    return total;
  }

  /** Resident size in bytes. */
  static long memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) << 10;
      }
    }
    return 0;
  }

  /** Makes all calls until the warm-up is over, then so many times; the run with the least CPU time counts. */
  void measure(int n, long warmup, int runs, Call call) throws IOException {
    warm(n, warmup, call);
    cpu = Double.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      Figures figures = once(n, call);
      if (figures.cpu < cpu) {
        calls = n;
        p50 = figures.p50;
        p95 = figures.p95;
        p99 = figures.p99;
        cpu = figures.cpu;
        per_second = figures.per_second;
      }
    }
  }

  /** Makes the calls without measuring them. */
  static void warm(int n, long warmup, Call call) throws IOException {
    long began = System.nanoTime();
    do {
      once(n, call);
    } while (System.nanoTime() - began < warmup * 1_000_000);
  }

  private static Figures once(int n, Call call) throws IOException {
    long[] waits = new long[n];
    long cpu = cpu(), began = System.nanoTime();
    for (int i = 0; i < n; i++) {
      long asked = System.nanoTime();
      call.make(i);
      waits[i] = System.nanoTime() - asked;
    }
    long wall = System.nanoTime() - began;
    Figures figures = new Figures();
    figures.cpu = (cpu() - cpu) / 1e3 / n;
    figures.per_second = n / (wall / 1e9);
    Arrays.sort(waits);
    figures.p50 = waits[Math.min(n * 50 / 100, n - 1)] / 1e3;
    figures.p95 = waits[Math.min(n * 95 / 100, n - 1)] / 1e3;
    figures.p99 = waits[Math.min(n * 99 / 100, n - 1)] / 1e3;
    return figures;
  }
}
