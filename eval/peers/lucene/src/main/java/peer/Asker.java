package peer;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.facet.FacetResult;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.facet.sortedset.DefaultSortedSetDocValuesReaderState;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetCounts;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;

/** Asks the questions in one thread, with counts that are exact. */
final class Asker {
  /** What the questions took, as eval/bench/peer.Queried. */
  static final class Report {
    String engine = Main.ENGINE;
    long rss;
    List<ClassReport> classes = new ArrayList<>();
  }

  /** As eval/bench/peer.Class. */
  static final class ClassReport extends Figures {
    @com.google.gson.annotations.SerializedName("class")
    String name;

    int[] totals;
    int[][][] facets;

    ClassReport(List<Question> questions) {
      name = questions.get(0).name;
      totals = new int[questions.size()];
      facets = questions.get(0).facets ? new int[questions.size()][][] : null;
    }
  }

  private static final Sort NEWEST = new Sort(LongField.newSortField("said", true, SortedNumericSelector.Type.MAX));
  private static final Set<String> NAME = Set.of("name");

  private final IndexSearcher searcher;
  private final SortedSetDocValuesReaderState facetState;
  private final UnifiedHighlighter highlighter;

  private Asker(DirectoryReader reader) throws IOException {
    searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    facetState = new DefaultSortedSetDocValuesReaderState(reader, Fields.facets());
    highlighter = UnifiedHighlighter.builder(searcher, new WhitespaceAnalyzer()).build();
  }

  static Report ask(Path directory, Path questions, long warmup, int runs) throws IOException {
    Report report = new Report();
    try (FSDirectory from = FSDirectory.open(directory);
        DirectoryReader reader = DirectoryReader.open(from)) {
      Asker asker = new Asker(reader);
      List<List<Question>> classes = read(questions);
      // All classes are warmed up once before the first is measured: what the virtual machine compiles for one it would
      // throw away and compile again while it measures the next.
      for (List<Question> ofClass : classes) {
        ClassReport unused = new ClassReport(ofClass);
        Figures.warm(ofClass.size(), warmup, i -> asker.ask(ofClass.get(i), i, unused));
      }
      for (List<Question> ofClass : classes) {
        ClassReport of = new ClassReport(ofClass);
        of.measure(ofClass.size(), warmup, runs, i -> asker.ask(ofClass.get(i), i, of));
        report.classes.add(of);
      }
    }
    report.rss = Figures.memory();
    return report;
  }

  /** The questions by class, in their order. */
  private static List<List<Question>> read(Path questions) throws IOException {
    List<List<Question>> classes = new ArrayList<>();
    for (String line : Files.readAllLines(questions)) {
      Question question = new Gson().fromJson(line, Question.class);
      if (classes.isEmpty() || !classes.get(classes.size() - 1).get(0).name.equals(question.name)) {
        classes.add(new ArrayList<>());
      }
      classes.get(classes.size() - 1).add(question);
    }
    return classes;
  }

  private void ask(Question question, int i, ClassReport into) throws IOException {
    Query query = question.query();
    TopDocs top;
    if (question.newest) {
      top = searcher.search(query, new TopFieldCollectorManager(NEWEST, Fields.PAGE_SIZE, null, Integer.MAX_VALUE));
    } else if (question.facets) {
      Object[] both =
          searcher.search(
              query,
              new MultiCollectorManager(
                  new TopScoreDocCollectorManager(Fields.PAGE_SIZE, null, Integer.MAX_VALUE), new FacetsCollectorManager()));
      top = (TopDocs) both[0];
      into.facets[i] = count((FacetsCollector) both[1]);
    } else {
      top = searcher.search(query, new TopScoreDocCollectorManager(Fields.PAGE_SIZE, null, Integer.MAX_VALUE));
    }
    for (ScoreDoc hit : top.scoreDocs) {
      searcher.storedFields().document(hit.doc, NAME).get("name");
    }
    if (question.highlight) {
      highlighter.highlight("terms", query, top);
    }
    into.totals[i] = (int) top.totalHits.value;
  }

  /** The counts of the most frequent values of each facet, highest first. */
  private int[][] count(FacetsCollector matches) throws IOException {
    SortedSetDocValuesFacetCounts counts = new SortedSetDocValuesFacetCounts(facetState, matches);
    int[][] all = new int[Fields.FACETS.length][];
    for (int i = 0; i < all.length; i++) {
      FacetResult result = counts.getTopChildren(Fields.FACET_SIZE, Fields.FACETS[i]);
      all[i] = new int[result == null ? 0 : result.labelValues.length];
      for (int j = 0; j < all[i].length; j++) {
        all[i][j] = result.labelValues[j].value.intValue();
      }
    }
    return all;
  }
}
