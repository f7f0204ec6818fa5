// SPDX-FileCopyrightText: Videoguida authors
// SPDX-License-Identifier: EUPL-1.2

package crm

import (
	"math"
	"math/rand/v2"
	"slices"

	"gonum.org/v1/gonum/stat"
	"gonum.org/v1/gonum/stat/distuv"
)

// Result is a comparison. Changes are relative: -0.12 is 12 % fewer contacts.
type Result struct {
	Weeks         []Week
	Before, After int      // whole weeks
	Change        Interval // variation associated with the guide
	Naive         float64  // treated topics alone, before and after
	Placebo       Interval // the same with an invented start in the middle of before
	Trend         Trend    // of the gap before the start
	Detectable    float64  // the smallest change found in four cases of five
}

// Interval is an estimate and its 95 % interval.
type Interval struct{ Estimate, Low, High float64 }

// Excludes reports whether the interval leaves zero out.
func (i Interval) Excludes() bool { return i.Low > 0 || i.High < 0 }

// Trend is how much the gap between both groups moved a week, relatively, and
// how likely so much would be by chance.
type Trend struct{ PerWeek, P float64 }

// atLeast is the number of whole weeks that either period needs.
const atLeast = 4

// Compare estimates how contacts about treated topics changed against the
// others. Channel "" takes all channels together.
//
// The estimate is the mean gap of logarithms after the start less the one
// before, as a relative change. Whole weeks are drawn again, before and after
// apart, so weekdays do not matter and no distribution is assumed; the interval
// is the studentised bootstrap's (Efron and Tibshirani, An Introduction to the
// Bootstrap, 1993, chapter 12), which holds for few weeks too.
func Compare(rows []Row, channel string) (r Result, err error) {
	if r.Weeks, err = Weeks(rows, channel); err != nil {
		return r, err
	}
	var before, after []float64
	for _, w := range r.Weeks {
		if w.After {
			after = append(after, w.gap())
		} else if len(after) == 0 {
			before = append(before, w.gap())
		}
	}
	r.Before, r.After = len(before), len(after)
	if r.Before < atLeast || r.After < atLeast {
		return r, ErrFewWeeks
	}
	r.Change = change(before, after)
	r.Placebo = Interval{math.NaN(), math.NaN(), math.NaN()}
	if half := r.Before / 2; half >= atLeast {
		r.Placebo = change(before[:half], before[half:])
	}
	r.Trend = trend(before)
	r.Naive = naive(r.Weeks)
	r.Detectable = detectable(before, after, r.Change)
	return r, nil
}

// draws is the number of bootstrap draws.
const draws = 2000

// change is the studentised bootstrap of the difference of two means of
// logarithms, as relative changes. The draws are the same each time.
func change(before, after []float64) Interval {
	d, se := difference(before, after)
	rnd := rand.New(rand.NewPCG(1953, 2026))
	b, a := make([]float64, len(before)), make([]float64, len(after))
	t := make([]float64, 0, draws)
	for range draws {
		draw(rnd, b, before)
		draw(rnd, a, after)
		if e, s := difference(b, a); s > 0 {
			t = append(t, (e-d)/s)
		}
	}
	if len(t) == 0 { // all weeks alike
		return Interval{math.Expm1(d), math.Expm1(d), math.Expm1(d)}
	}
	slices.Sort(t)
	q := func(p float64) float64 { return stat.Quantile(p, stat.Empirical, t, nil) }
	return Interval{math.Expm1(d), math.Expm1(d - q(0.975)*se), math.Expm1(d - q(0.025)*se)}
}

func draw(rnd *rand.Rand, to, from []float64) {
	for i := range to {
		to[i] = from[rnd.IntN(len(from))]
	}
}

// difference returns the difference of two means and its standard error.
func difference(before, after []float64) (d, se float64) {
	m1, v1 := stat.MeanVariance(before, nil)
	m2, v2 := stat.MeanVariance(after, nil)
	return m2 - m1, math.Sqrt(v1/float64(len(before)) + v2/float64(len(after)))
}

// trend fits a line to the gaps before the start.
func trend(before []float64) Trend {
	n := len(before)
	x := make([]float64, n)
	for i := range x {
		x[i] = float64(i)
	}
	alpha, beta := stat.LinearRegression(x, before, nil, false)
	var rest float64
	for i := range x {
		e := before[i] - alpha - beta*x[i]
		rest += e * e
	}
	se := math.Sqrt(rest / float64(n-2) / (stat.Variance(x, nil) * float64(n-1)))
	if se == 0 {
		return Trend{math.Expm1(beta), 1}
	}
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(n - 2)}
	return Trend{math.Expm1(beta), 2 * t.CDF(-math.Abs(beta/se))}
}

// naive is what treated topics alone tell, without a comparison.
func naive(weeks []Week) float64 {
	var before, after Rate
	for _, w := range weeks {
		if w.After {
			after.add(w.Treated)
		} else if after.Population == 0 {
			before.add(w.Treated)
		}
	}
	return after.PerThousand()/before.PerThousand() - 1
}

// detectable is the smallest decrease that so many weeks, as noisy as these,
// would show in four cases of five: one that lies half the interval and a fifth
// of the cases away from zero.
func detectable(before, after []float64, change Interval) float64 {
	_, se := difference(before, after)
	half := (math.Log1p(change.High) - math.Log1p(change.Low)) / 2
	t := distuv.StudentsT{Mu: 0, Sigma: 1, Nu: float64(len(before) + len(after) - 2)}
	return math.Expm1(-half - t.Quantile(0.8)*se)
}
