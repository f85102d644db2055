pub fn sorted(names: &mut Vec<&str>) -> String {
    names.sort_unstable().join(", ")
}
