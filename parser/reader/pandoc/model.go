package pandoc

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// maxDepth bounds how deep pandoc's model is followed.
const maxDepth = 1000

var errModel = errors.New("what the converter made is no document of pandoc's")

// value is a piece of the model: a constructor with its contents ("t" and "c"),
// a list, a text, or a pair of a map, whose key is text.
type value struct {
	t, text string
	list    []value
}

// at is an element of the contents, empty if it is not there.
func (v value) at(i int) value {
	if i < len(v.list) {
		return v.list[i]
	}
	return value{}
}

// get is what a map has under a key.
func (v value) get(key string) value {
	for _, pair := range v.list {
		if pair.text == key && len(pair.list) == 1 {
			return pair.list[0]
		}
	}
	return value{}
}

// model reads the JSON of a document.
func model(data []byte) (meta, blocks value, err error) {
	dec := json.NewDecoder(bytes.NewReader(data))
	dec.UseNumber()
	v, err := parse(dec, 0)
	if err != nil {
		return meta, blocks, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return meta, blocks, errModel // there is more behind it
	}
	return v.get("meta"), v.get("blocks"), nil
}

func parse(dec *json.Decoder, depth int) (value, error) {
	token, err := dec.Token()
	if err != nil || depth > maxDepth {
		return value{}, errModel
	}
	switch t := token.(type) {
	case string:
		return value{text: t}, nil
	case json.Number:
		return value{text: t.String()}, nil
	case json.Delim:
		if t == '[' {
			return parseList(dec, depth)
		}
		return parseMap(dec, depth)
	}
	return value{}, nil
}

func parseList(dec *json.Decoder, depth int) (v value, err error) {
	for dec.More() {
		x, err := parse(dec, depth+1)
		if err != nil {
			return v, err
		}
		v.list = append(v.list, x)
	}
	return v, end(dec)
}

// end reads the end of a list or map.
func end(dec *json.Decoder) error {
	if _, err := dec.Token(); err != nil {
		return errModel
	}
	return nil
}

// parseMap reads a constructor or a map. The contents of a constructor that are a
// list become its own.
func parseMap(dec *json.Decoder, depth int) (v value, err error) {
	for dec.More() {
		token, err := dec.Token()
		if err != nil {
			return v, errModel
		}
		key, _ := token.(string)
		x, err := parse(dec, depth+1)
		switch {
		case err != nil:
			return v, err
		case key == "t":
			v.t = x.text
		case key == "c" && x.t != "":
			v.list = []value{x}
		case key == "c":
			v.list, v.text = x.list, x.text
		default:
			v.list = append(v.list, value{text: key, list: []value{x}})
		}
	}
	return v, end(dec)
}
