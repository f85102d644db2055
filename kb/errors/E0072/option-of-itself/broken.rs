pub struct Comment {
    pub author: String,
    pub text: String,
    pub reply: Option<Comment>,
}

pub fn thread_length(comment: &Comment) -> usize {
    let rest = comment.reply.as_ref();
    1 + rest.map_or(0, |reply| thread_length(reply))
}
