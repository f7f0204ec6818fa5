package main

import (
	"flag"
	"io"
)

func judge(fs *flag.FlagSet, args []string, out io.Writer) error { return nil }
