pub struct Comment {
    pub author: String,
    pub text: String,
    pub replies: Vec<Comment>,
}

pub fn thread_length(comment: &Comment) -> usize {
    1 + comment.replies.iter().map(thread_length).max().unwrap_or(0)
}
