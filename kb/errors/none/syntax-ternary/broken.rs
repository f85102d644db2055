pub fn plural(count: usize) -> &'static str {
    let ending = count == 1 ? "" : "s";
    ending
}
