// Command exercise uses what of the runtime reads the table of functions: deep
// stacks that grow and move, collections while pointers lie on them, defers and
// recovered panics, wrappers of methods, functions made by reflection. It
// prints what it found; with an argument it crashes.
package main

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"strings"
	"sync"
)

func main() {
	if len(os.Args) > 1 {
		crash(nil)
	}
	fmt.Println("deep:", *deep(20_000, new(int)))
	fmt.Println("goroutines:", parallel())
	fmt.Println("panics:", panics())
	fmt.Println("nil receiver:", nilReceiver())
	fmt.Println("made:", made())
	fmt.Println("left:", runtime.NumGoroutine())
}

// deep grows the stack, which moves every pointer that lies on it.
func deep(n int, p *int) *int {
	q := new(int)
	if n == 0 {
		runtime.GC()
		return p
	}
	*q = *p + 1
	r := deep(n-1, q)
	if *q != *p+1 {
		panic("a pointer was lost")
	}
	return r
}

func parallel() int {
	var wg sync.WaitGroup
	sums := make(chan int)
	for i := range 50 {
		wg.Go(func() {
			list := []string{}
			for range 500 {
				list = append(list, strings.Repeat("x", i))
			}
			runtime.Gosched()
			sums <- len(strings.Join(list, ""))
		})
	}
	go func() { wg.Wait(); close(sums) }()
	total := 0
	for s := range sums {
		total += s
		runtime.GC()
	}
	return total
}

func panics() (text string) {
	for _, f := range []func(){
		func() { panic("told") },
		func() { var m map[string]int; m["x"] = 1 },
		func() { var s []int; s[len(text)+1] = 0 },
		func() { var e error; _ = e.Error() },
		func() { defer func() { panic(errors.New("second")) }(); panic("first") },
	} {
		func() {
			defer func() { text += fmt.Sprint(recover(), "; ") }()
			defer runtime.GC()
			f()
		}()
	}
	return text
}

type value struct{ n int }

func (v value) number() int { return v.n }

type numbered interface{ number() int }

// nilReceiver calls a value's method through a nil pointer: the runtime reads
// the wrapper's name to tell it.
func nilReceiver() (text string) {
	defer func() { text = fmt.Sprint(recover()) }()
	return fmt.Sprint(nobody().number())
}

//go:noinline
func nobody() numbered { return (*value)(nil) }

func made() int {
	double := reflect.MakeFunc(reflect.TypeFor[func(int, *int) int](), func(in []reflect.Value) []reflect.Value {
		runtime.GC()
		return []reflect.Value{reflect.ValueOf(int(in[0].Int()) * *in[1].Interface().(*int))}
	}).Interface().(func(int, *int) int)
	factor := new(int)
	*factor = 21
	method := reflect.ValueOf(value{2}).MethodByName("String")
	return double(2, factor) + len(method.Call(nil)[0].String())
}

func (v value) String() string { runtime.GC(); return fmt.Sprintf("value %d", v.n) }

func crash(p *int) { *p = 1 }
