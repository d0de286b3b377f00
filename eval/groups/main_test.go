package main

import "testing"

// TestMeasure holds the quality of groups where it is: no statement that says
// something else comes into the group, the same words always do, and most of
// those that are worded otherwise.
func TestMeasure(t *testing.T) {
	r, err := measure(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	// With one word put in, one statement of 54 stays apart: it is alike to all of
	// its group but one, which was cut so that it says the contrary, and none joins
	// a group in which it is contradicted.
	least := map[string]float64{
		asItIs: 1, "reprinted": 1, "other marks": 1, "reported": 1, "contracted or spelled out": 1, "one word put in": 0.95,
		"one word left out": 0.85, "one word changed": 0.6, "cut at its end": 0.7, "cut at its beginning": 0.5, "words left out with a mark": 0.8,
	}
	most := map[string]float64{"an opposite word": 0.2, "three words changed": 0.02} // words are opposites by a list
	for _, c := range changes {
		got := r.changes[c.name]
		switch part := ratio(got.together, got.wordings); {
		case got.wordings == 0:
			t.Errorf("%s: no wording", c.name)
		case c.belongs && part < least[c.name]:
			t.Errorf("%s: %d of %d in the group, want %v of them", c.name, got.together, got.wordings, least[c.name])
		case !c.belongs && part > most[c.name]:
			t.Errorf("%s: %d of %d in the group", c.name, got.together, got.wordings)
		}
	}
	if precision := ratio(r.right, r.together); precision < 0.97 {
		t.Errorf("precision %v of pairs, want 0.97", precision)
	}
}
