package extract

// clamp returns f within 0 and 1.
func clamp(f float64) float64 { return min(max(f, 0), 1) }
