use std::fmt;

pub fn mask(token: &str, visible: usize) -> String {
    struct Masked<'a> {
        token: &'a str,
        visible: usize,
    }

    impl fmt::Display for Masked<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let head: String = self.token.chars().take(self.visible).collect();
            write!(f, "{head}…")
        }
    }

    Masked { token, visible }.to_string()
}
