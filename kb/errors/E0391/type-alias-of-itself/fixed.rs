pub struct Tree {
    pub children: Vec<(String, Tree)>,
}

pub fn roots(tree: &Tree) -> usize {
    tree.children.len()
}
