pub struct Form {
    pub nickname: String,
}

pub fn validate(form: &Form) -> Result<(), String> {
    let letters = form.nickname.chars().len();
    if letters > 20 {
        return Err(format!("nickname has {letters} characters"));
    }
    Ok(())
}
