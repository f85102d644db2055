pub type Tree = Vec<(String, Tree)>;

pub fn roots(tree: &Tree) -> usize {
    tree.len()
}
