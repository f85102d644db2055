pub fn shout(names: &[String]) -> Vec<String> {
    fn upper(name: String) -> String {
        name.to_uppercase()
    }

    names.iter().map(upper).collect()
}
