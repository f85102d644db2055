pub fn visit(mut stack: Vec<u32>, children: impl Fn(u32) -> Vec<u32>) -> usize {
    let mut seen = 0;
    while let Some(node) = stack.pop() {
        seen += 1;
        stack.extend(children(node));
    }
    seen
}
