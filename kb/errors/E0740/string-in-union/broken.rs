pub union Value {
    pub number: i64,
    pub text: String,
}
