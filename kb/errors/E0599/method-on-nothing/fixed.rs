pub fn sorted(names: &mut [&str]) -> String {
    names.sort_unstable();
    names.join(", ")
}
