pub fn paths(names: &[&str]) -> usize {
    let mut buffer = String::from("/data");
    let all: Vec<String> = names
        .iter()
        .map(|name| {
            buffer.push('/');
            buffer.push_str(name);
            buffer.clone()
        })
        .collect();
    all.iter().map(|path| path.len()).sum()
}
