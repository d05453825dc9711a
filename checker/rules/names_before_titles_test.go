package rules

import "testing"

func TestNameBefore(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, title, want string }{
		{"comma", "Compare Hernden, Unwelcome Americans, 23", "unwelcome americans", "Hernden"},
		{"quotation mark", "see Hinkley, “‘A Clean Bed,’” 88", "clean bed", "Hinkley"},
		{"article", "Vgl. Frage: Der Geschmack des Archivs, S. 2", "geschmack des", "Frage"},
		{"no name", "his Unwelcome Americans, 23", "unwelcome americans", ""},
		{"no comma", "Hernden Unwelcome Americans, 23", "unwelcome americans", ""},
		{"small letter", "hernden, Unwelcome Americans, 23", "unwelcome americans", ""},
		{"title alone", "Unwelcome Americans, 23", "unwelcome americans", ""},
		{"other title", "Hernden, Unwelcome Guests, 23", "unwelcome americans", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			from, to, _ := nameBefore(tt.in, tt.title)
			if got := tt.in[from:to]; got != tt.want {
				t.Errorf("nameBefore(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
