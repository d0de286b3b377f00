package peer;

import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** A question as eval/bench/peer.Question writes it. */
final class Question {
  String[] must = {}, should = {}, phrase = {};
  String prefix = "", speaker = "";
  long from, to;
  boolean newest, facets, highlight;
  // The class of the question; a word of Java's own.
  @com.google.gson.annotations.SerializedName("class")
  String name;

  Query query() {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    for (String term : must) {
      all.add(new TermQuery(new Term("terms", term)), Occur.MUST);
    }
    for (String term : should) {
      all.add(new TermQuery(new Term("terms", term)), Occur.SHOULD);
    }
    if (phrase.length > 0) {
      all.add(new PhraseQuery("words", phrase), Occur.MUST);
    }
    if (!prefix.isEmpty()) {
      all.add(new PrefixQuery(new Term("words", prefix)), Occur.MUST);
    }
    if (!speaker.isEmpty()) {
      all.add(new TermQuery(new Term("speaker", speaker)), Occur.FILTER);
    }
    if (to != 0) {
      all.add(LongField.newRangeQuery("said", from, to - 1), Occur.FILTER);
    }
    return all.build(); // IndexSearcher makes it as simple as it can be
  }
}
