pub fn shout(names: &[String]) -> Vec<String> {
    fn upper(name: &str) -> String {
        name.to_uppercase()
    }

    names.iter().map(|name| upper(name)).collect()
}
