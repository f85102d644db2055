pub fn first_name(mut names: Vec<String>) -> Option<String> {
    names.sort();
    names.into_iter().next()
}
