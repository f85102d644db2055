use std::fmt;

pub fn mask(token: &str, visible: usize) -> String {
    struct Masked<'a>(&'a str);

    impl fmt::Display for Masked<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let head: String = self.0.chars().take(visible).collect();
            write!(f, "{head}…")
        }
    }

    Masked(token).to_string()
}
