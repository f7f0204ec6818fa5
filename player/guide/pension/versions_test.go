package pension

import "testing"

// TestLength holds the eight versions and the cases at their edge between 3:30
// and 5:00 at measure A.
func TestLength(t *testing.T) {
	s := suite(t)
	s.Profiles = s.Profiles[:len(versions(t).Versions)]
	s.Length(t, 210, 300)
}

// TestVersions: the table is eight versions by three yes or no, saying yes to
// an axis never shortens a version, and the last is at least forty seconds
// longer than the first.
func TestVersions(t *testing.T) {
	table, s := versions(t), suite(t)
	var eight []int
	for i, v := range table.Versions {
		if !v.Edge {
			eight = append(eight, s.Compile(t, s.Profiles[i], "it").Duration)
		}
	}
	if len(eight) != 8 || len(table.Axes) != 3 {
		t.Fatalf("%d versions by %d axes, want 8 by 3", len(eight), len(table.Axes))
	}
	for i := range eight {
		for axis := range table.Axes {
			if with := i | 1<<axis; eight[with] < eight[i] {
				t.Errorf("version %d lasts %d ms, version %d only %d", i+1, eight[i], with+1, eight[with])
			}
		}
	}
	if d := eight[7] - eight[0]; d < 40_000 {
		t.Errorf("version 8 is %d ms longer than version 1, want 40000", d)
	}
}
