package peer;

import org.apache.lucene.facet.FacetsConfig;

/** The columns of a file of claims, and what they are indexed as. */
final class Fields {
  static final int NAME = 0, TERMS = 1, WORDS = 2, SPEAKER = 3, OUTLET = 4, SAID = 5, MONTH = 6, COLUMNS = 8;

  /** In the order in which their counts are reported. */
  static final String[] FACETS = {"speaker", "outlet", "month"};

  static final int COMMIT_EVERY = 1000, PAGE_SIZE = 10, FACET_SIZE = 10;

  private Fields() {}

  static FacetsConfig facets() {
    return new FacetsConfig();
  }
}
