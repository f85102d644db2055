pub fn visit(mut stack: Vec<u32>, children: impl Fn(u32) -> Vec<u32>) -> usize {
    let mut seen = 0;
    while !stack.is_empty() {
        let node = stack.pop().unwrap();
        seen += 1;
        stack.extend(children(node));
    }
    seen
}
