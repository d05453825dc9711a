package rules

import "testing"

func TestSameInAnotherScript(t *testing.T) {
	t.Parallel()
	tests := []struct {
		x, y string
		want bool
	}{
		{"Tolstoy", "Tolstoi", true},
		{"Dostoevsky", "Dostoyevskii", true},
		{"Prokofieff", "Prokofyev", true},
		{"Rachmaninow", "Rachmaninoff", true},
		{"Chaikovsky", "Tschaikowski", true},
		{"al-Said", "El-Said", true},
		{"Smith", "Smyth", false},
		{"Ellingsworth", "Elingsworth", false},
		{"Tolstoy", "Tolstov", false},
		{"", "", false},
	}
	for _, tt := range tests {
		t.Run(tt.x+" "+tt.y, func(t *testing.T) {
			t.Parallel()
			if got := sameInAnotherScript(tt.x, tt.y); got != tt.want {
				t.Errorf("%q and %q (%q, %q): %v, want %v", tt.x, tt.y, custom(tt.x), custom(tt.y), got, tt.want)
			}
		})
	}
}

func TestLanguageOf(t *testing.T) {
	t.Parallel()
	for title, want := range map[string]string{
		"Report on the Lamps of the Upper Canal": "en", "Rapport sur les lampes du canal": "fr", "Bericht über die Lampen": "de",
		"Informe sobre los faros del canal": "es", "Tide Tables": "", "": "",
	} {
		if got := languageOf(title); got != want {
			t.Errorf("languageOf(%q) = %q, want %q", title, got, want)
		}
	}
}
