pub fn first_name(mut names: Vec<String>) -> Option<String> {
    let _sorted = names.sort();
    names.into_iter().next()
}
