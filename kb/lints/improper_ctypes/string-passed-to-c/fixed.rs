use std::ffi::{CString, NulError, c_char};

unsafe extern "C" {
    fn log_line(text: *const c_char);
}

pub fn log(text: &str) -> Result<(), NulError> {
    let text = CString::new(text)?;
    // SAFETY: `text` lives until the call returns and ends with a zero byte.
    unsafe { log_line(text.as_ptr()) }
    Ok(())
}
