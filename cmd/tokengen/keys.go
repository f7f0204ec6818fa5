package main

import (
	"crypto/ed25519"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"videoguida/cmd/internal/cli"
	"videoguida/tokengen/sign"
)

func keygen(fs *flag.FlagSet, args []string, std cli.Std) error {
	path := fs.String("out", "", "the file to write; it must not exist")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *path == "" {
		return cli.Use("--out is needed")
	}
	key, err := sign.NewKey(*path)
	if err != nil {
		return err
	}
	fmt.Fprintf(std.Out, "%s written, key id %s\n", *path, kidOf(*path, key))
	return nil
}

func jwks(fs *flag.FlagSet, args []string, std cli.Std) error {
	path := fs.String("key", "", "the private key file")
	if err := cli.Parse(fs, args, 0); err != nil {
		return err
	}
	if *path == "" {
		return cli.Use("--key is needed")
	}
	key, err := sign.LoadKey(*path)
	if err != nil {
		return err
	}
	_, err = std.Out.Write(sign.JWKS(kidOf(*path, key), key.Public().(ed25519.PublicKey)))
	return err
}

// demoKey is where the demonstration key lives.
const demoKey = ".cache/demo/key.pem"

// kidOf names a key. A key kept in a folder called demo is a demonstration
// key, from wherever it is named, and a release build refuses its kid.
func kidOf(path string, key ed25519.PrivateKey) string {
	prefix := "k"
	if abs, err := filepath.Abs(path); err != nil || filepath.Base(filepath.Dir(abs)) == "demo" {
		prefix = "demo-"
	}
	return sign.Kid(prefix, key.Public().(ed25519.PublicKey))
}

// demoOrKey loads the named key; without a name it loads the demonstration
// key, making it the first time.
func demoOrKey(path string) (ed25519.PrivateKey, string, error) {
	if path != "" {
		key, err := sign.LoadKey(path)
		if err != nil {
			return nil, "", err
		}
		return key, kidOf(path, key), nil
	}
	key, err := sign.LoadKey(demoKey)
	if errors.Is(err, fs.ErrNotExist) {
		if err = os.MkdirAll(filepath.Dir(demoKey), 0o700); err == nil {
			key, err = sign.NewKey(demoKey)
		}
	}
	if err != nil {
		return nil, "", err
	}
	return key, kidOf(demoKey, key), nil
}
