package peer;

import com.google.gson.Gson;
import java.nio.file.Path;

/** Lucene as a peer of the benchmark: see eval/bench/peer for what is asked of it. */
public final class Main {
  static final String ENGINE = "Lucene " + org.apache.lucene.util.Version.LATEST;

  private Main() {}

  public static void main(String[] args) throws Exception {
    Object report;
    if (args.length == 3 && args[0].equals("index")) {
      report = Indexer.index(Path.of(args[1]), Path.of(args[2]));
    } else if (args.length == 5 && args[0].equals("query")) {
      report = Asker.ask(Path.of(args[1]), Path.of(args[2]), Long.parseLong(args[3]), Integer.parseInt(args[4]));
    } else {
      throw new IllegalArgumentException("takes: index CLAIMS DIRECTORY, or query DIRECTORY QUESTIONS WARMUP RUNS");
    }
    System.out.println(new Gson().toJson(report));
  }
}
