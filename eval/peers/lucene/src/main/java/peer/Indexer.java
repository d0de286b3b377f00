package peer;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;

/** Takes the claims in, with the default merge policy and scheduler. */
final class Indexer {
  private Indexer() {}

  /** What indexing took, as eval/bench/peer.Indexed. */
  static final class Report {
    String engine = Main.ENGINE;
    int claims;
    double wall_seconds, cpu_seconds;
  }

  static Report index(Path claims, Path directory) throws IOException {
    Report report = new Report();
    long cpu = Figures.cpu(), began = System.nanoTime();
    FacetsConfig facets = Fields.facets();
    try (FSDirectory to = FSDirectory.open(directory);
        BufferedReader in = Files.newBufferedReader(claims)) {
      // Closing commits and waits for the merges.
      try (IndexWriter writer = new IndexWriter(to, new IndexWriterConfig(new WhitespaceAnalyzer()))) {
        for (String line = in.readLine(); line != null; line = in.readLine()) {
          writer.addDocument(facets.build(document(line.split("\t", -1))));
          if (++report.claims % Fields.COMMIT_EVERY == 0) {
            writer.commit();
          }
        }
      }
    }
    report.wall_seconds = (System.nanoTime() - began) / 1e9;
    report.cpu_seconds = (Figures.cpu() - cpu) / 1e9;
    return report;
  }

  private static final FieldType TERMS = new FieldType(TextField.TYPE_STORED);

  static {
    TERMS.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    TERMS.freeze();
  }

  private static Document document(String[] columns) {
    if (columns.length != Fields.COLUMNS) {
      throw new IllegalArgumentException("a line of " + columns.length + " columns");
    }
    Document document = new Document();
    document.add(new StoredField("name", columns[Fields.NAME]));
    document.add(new Field("terms", columns[Fields.TERMS], TERMS));
    document.add(new TextField("words", columns[Fields.WORDS], Field.Store.NO));
    document.add(new StringField("speaker", columns[Fields.SPEAKER], Field.Store.NO));
    document.add(new LongField("said", Long.parseLong(columns[Fields.SAID]), Field.Store.NO));
    document.add(new SortedSetDocValuesFacetField("speaker", columns[Fields.SPEAKER]));
    document.add(new SortedSetDocValuesFacetField("outlet", columns[Fields.OUTLET]));
    document.add(new SortedSetDocValuesFacetField("month", columns[Fields.MONTH]));
    return document;
  }
}
